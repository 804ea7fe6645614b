import { EngineFailure } from '../../contract/errors.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { Store } from '../../store/openStore.ts'
import type { ExplainedEnsemble } from '../../workers/messages.ts'
import { foundEncodings } from '../scoring/encodingArtefacts.ts'
import { runImages } from '../scoring/runImages.ts'
import { memberFiles, scoredMembers } from '../scoring/scoredMembers.ts'
import { falsePositiveRate } from '../scoring/storeScores.ts'

/**
 * An ensemble as the explaining worker reads it, with what its members said of an image set.
 * @throws EngineFailure CONFLICT where no member is trained, or they have not scored the set
 */
export function explainedEnsemble(store: Store, ensemble: EnsembleRecord, imageSetId: number): ExplainedEnsemble {
  const { settings: { model: { kind }, seed }, imageSetId: own } = ensemble
  const { members } = scoredMembers(store, ensemble, false)
  const images = runImages(store, own, ensemble)
  const asked = runImages(store, imageSetId, ensemble)
  const [ofOwn, ofAsked] = [own, imageSetId].map((id) => store.imageSets.files(id)!.snapshot)
  const those = members.map((member) => ({
    ...memberFiles(store, member),
    own: foundEncodings(store, member.key, ofOwn), asked: foundEncodings(store, member.key, ofAsked),
  }))
  const needed = kind === 'cnn' ? 'logits' : 'means'
  const blind = those.find((member) => !member.own[needed] || !member.asked[needed])
  if (blind) {
    throw new EngineFailure('CONFLICT', `Member ${blind.index + 1} of "${ensemble.name}" has not seen these images.`, 'Score the image set first.')
  }
  return {
    kind, members: those, images, imageSetId: own, classNames: store.imageSets.show(own)!.classes,
    asked: { images: asked.snapshot.images, isOwn: own === imageSetId }, falsePositiveRate, seed,
  }
}
