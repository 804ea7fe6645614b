export { memberShare, progressShare } from '../../main/contract/progressShare.ts'
