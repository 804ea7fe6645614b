/** Verdicts that are told at once: few enough that the engine answers others meanwhile. */
export const mostVerdicts = 2_000

/** So long may a file be that the engine reads while others wait, in characters: about 20,000 verdicts. */
export const longestVerdictFile = 4_000_000
