/** Verdicts that are told at once: few enough that the engine answers others meanwhile. */
export const mostVerdicts = 2_000
