import type { StudySpec } from '../../main/contract/studies.ts'
import { t } from '../words/words.ts'

type Protocol = StudySpec['protocol']

/** Which images are a study's anomalies, in a few words. */
export function protocolWords(protocol: Protocol): string {
  switch (protocol.kind) {
    case 'each-class':
      return protocol.classes ? t('held out in turn: {classes}', { classes: protocol.classes.join(', ') })
        : t('each class held out in turn')
    case 'groups':
      return t('held out together: {groups}', { groups: protocol.groups.map((group) => group.join(' + ')).join('; ') })
    case 'random-groups':
      return t('{groups} of {classes} held out', {
        groups: t('{n} random group | {n} random groups', protocol.draws),
        classes: t('{n} class | {n} classes', protocol.size),
      })
    case 'foreign':
      return t('strangers: the test images of {set}', { set: protocol.set })
    case 'corruptions':
      return t('strangers: {corruptions} at severity {severities}', {
        corruptions: protocol.corruptions.join(', '), severities: protocol.severities.join(', '),
      })
    case 'blends':
      return t('strangers: blends of two classes')
  }
}
