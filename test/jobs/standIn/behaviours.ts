/** Seeds that make member 1 of the stand-in, the measuring of a cell, or explaining go wrong, in one way each. */
export const behaviours = {
  diesOnce: 13, diverges: 14, crashes: 15, deaf: 16, fullDisk: 17, slowCell: 18, unmeasured: 19, noRuntime: 20,
  deadlyToExplain: 21,
}
