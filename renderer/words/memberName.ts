import { t } from './words.ts'

/** What a member is called: they are counted from one. @param index from zero */
export const memberName = (index: number): string => t('Member {n}', { n: index + 1 })
