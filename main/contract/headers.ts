/** Headers of every call: the caller's contract version, and a name of its own choice by which the engine counts clients. */
export const contractHeader = 'x-lacuna-contract'
export const clientHeader = 'x-lacuna-client'
/** Put on a page's requests by a host that hands them on, so that the page is answered as one. */
export const pageHeader = 'x-lacuna-page'
