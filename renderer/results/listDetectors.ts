import type { DetectorDescription } from '../../main/contract/scores.ts'
import type { EngineApi } from '../client/engine.ts'
import { t } from '../words/words.ts'

/** What the detectors are called in the window's language, by their ids. */
const names: Readonly<Record<string, string>> = {
  'divergence-centre-neighbours': t('Divergence, centre and neighbours'),
  'divergence-and-centre': t('Divergence and centre'),
  divergence: t('Latent divergence'),
  'divergence-by-class': t('Latent divergence, classes averaged first'),
  'class-log-density': t('Class log-density'),
  'mixture-log-density': t('Mixture log-density'),
  centre: t('Closeness to the centre'),
  'prior-distance': t('Distance to the prior means'),
  'member-disagreement': t('Disagreement of the members'),
  reconstruction: t('Reconstruction error'),
  'reconstruction-mse': t('Squared reconstruction error'),
  'reconstruction-ssim': t('Structural reconstruction error'),
  'posterior-kl': t('KL divergence to the nearest prior'),
  elbo: t('Negative evidence lower bound'),
  'max-softmax': t('Maximum softmax probability'),
  'max-logit': t('Maximum logit'),
  energy: t('Energy'),
  entropy: t('Entropy of the softmax'),
  'feature-mahalanobis': t('Mahalanobis distance of features'),
  'relative-mahalanobis': t('Relative Mahalanobis distance of features'),
  'feature-knn': t('Nearest neighbours of features'),
  vim: t('Virtual-logit matching (ViM)'),
  'encoder-knn': t('Encoder: nearest neighbours'),
  'encoder-mahalanobis': t('Encoder: Mahalanobis distance'),
  'pca-per-class': t('Probabilistic PCA per class'),
  'pca-reconstruction': t('Reconstruction from principal components'),
  'pixel-knn': t('Nearest neighbours in pixels'),
  'isolation-forest': t('Isolation forest'),
  'one-class-svm': t('One-class SVM'),
}

/** What the engine knows of its detectors; one that the window has no name for keeps the engine's. */
export async function listDetectors(api: EngineApi): Promise<DetectorDescription[]> {
  return (await api.detectors.list()).map((one) => ({ ...one, name: names[one.id] ?? one.name }))
}
