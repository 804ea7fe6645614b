import { wilsonInterval } from '../../metrics/wilson.ts'
import type { FlaggedCount } from '../counts.ts'
import { count, figure, percent, visible } from '../text.ts'
import { htmlTable } from '../tables/htmlTable.ts'
import { numbers, plain, type Table, words } from '../tables/table.ts'
import { nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { pageSection } from './section.ts'

/** How many are found and missed, and how many are flagged in vain, at the threshold. */
export function thresholdSection(content: PageContent): Markup {
  const table = thresholdTable(content)
  if (table.rows.length === 0) return nothing
  const { input, view } = content
  const rule = view.score ? ` It was chosen so that ${visible(view.score.threshold.rule)}.` : ''
  const lead = `An image is flagged where its score lies above ${figure(input.threshold)}.${rule} Over the test images that means:`
  return pageSection({ id: 'threshold', heading: 'What the threshold means', lead, content: htmlTable(table, 'What the threshold means') })
}

/** Shares of the test images, with Wilson's interval. */
export function thresholdTable({ counts: { roles } }: PageContent): Table {
  const [strangers, known] = [roles['held-out'].test, roles.known.test]
  return {
    columns: [words('What'), numbers('Test images'), numbers('Of'), numbers('Share'), numbers('95\u202f% interval')],
    rows: [
      ...shares('Anomalies found (held out and flagged)', strangers, strangers.flagged),
      ...shares('Anomalies missed (held out and not flagged)', strangers, strangers.images - strangers.flagged),
      ...shares('False alarms (known class and flagged)', known, known.flagged),
    ],
  }
}

function shares(what: string, { images }: Pick<FlaggedCount, 'images'>, some: number) {
  if (images === 0) return []
  const { lower, upper } = wilsonInterval(some, images)
  return [plain(what, count(some), count(images), percent(some / images), `${percent(lower)} to ${percent(upper)}`)]
}
