/** better-sqlite3 13 needs Node-API 10 and ends the process with a segmentation fault where there is less. */
export const hasNodeApi: boolean = Number(process.versions.napi) >= 10

export const needsNode24 = `Lacuna's engine needs Node 24, and this is Node ${process.versions.node}.`
export const getNode24 = 'Run "npm run setup" in Lacuna\'s folder: it installs the right Node.'
