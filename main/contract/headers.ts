/** Headers of every call: the caller's contract version, and a name of its own choice by which the engine counts clients. */
export const contractHeader = 'x-lacuna-contract'
export const clientHeader = 'x-lacuna-client'
