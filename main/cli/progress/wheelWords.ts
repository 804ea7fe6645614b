import type { RuntimeProgress } from '../../contract/jobs.ts'

/** Which of a runtime's wheels is at work, as far as is known how many there are. */
export function wheelWords({ wheel, number, of }: RuntimeProgress): string {
  return [wheel, number !== null && of !== null ? `(${number} of ${of})` : null].filter(Boolean).join(' ')
}
