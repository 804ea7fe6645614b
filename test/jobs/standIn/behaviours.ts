/** Seeds that make member 1 of the stand-in, or the measuring of a cell, go wrong, in one way each. */
export const behaviours = {
  diesOnce: 13, diverges: 14, crashes: 15, deaf: 16, fullDisk: 17, slowCell: 18, unmeasured: 19,
}
