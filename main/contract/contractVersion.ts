/** Raised whenever a renderer or a command line of yesterday could misread an engine of today. */
export const contractVersion = '1'
