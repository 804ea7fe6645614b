/** Seeds that make member 1 of the stand-in go wrong in its third epoch, in one way each. */
export const behaviours = { diesOnce: 13, diverges: 14, crashes: 15, deaf: 16, fullDisk: 17 }
