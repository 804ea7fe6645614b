import type { StudySpec } from '../../main/contract/studies.ts'
import { counted } from '../format.ts'

type Protocol = StudySpec['protocol']

/** Which images are a study's anomalies, in a few words. */
export function protocolWords(protocol: Protocol): string {
  switch (protocol.kind) {
    case 'each-class':
      return protocol.classes ? `held out in turn: ${protocol.classes.join(', ')}` : 'each class held out in turn'
    case 'groups':
      return `held out together: ${protocol.groups.map((group) => group.join(' + ')).join('; ')}`
    case 'random-groups':
      return `${counted(protocol.draws, 'random group')} of ${counted(protocol.size, 'class', 'classes')} held out`
    case 'foreign':
      return `strangers: the test images of ${protocol.set}`
    case 'corruptions':
      return `strangers: ${protocol.corruptions.join(', ')} at severity ${protocol.severities.join(', ')}`
    case 'blends':
      return 'strangers: blends of two classes'
  }
}
