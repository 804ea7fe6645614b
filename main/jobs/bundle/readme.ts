import type { BackupAbout } from '../project/backupFile.ts'

/** What a bundle tells whoever unpacks it without Lacuna. */
export function bundleReadme({ project, lacuna, created, bundle }: Required<BackupAbout>): string {
  const { ensemble, scores, pixels, environment: { tensorflow, node, processor, cores } } = bundle
  return `# ${ensemble}

A provenance bundle of Lacuna ${lacuna}: the ensemble "${ensemble}" of the project "${project}" with ${scores} of its scores,
and all that they rest on. Made ${created} on ${processor} (${cores} cores), TensorFlow ${tensorflow}, Node ${node}.

    lacuna verify FILE.lacuna${pixels ? '' : ' --images DIR'}    scores anew, and says what is identical and what is not
    lacuna open FILE.lacuna${pixels ? '' : ' --images DIR'}      makes a project of it

| entry | what it is |
|---|---|
| manifest.json | every entry with its bytes and its SHA-256 |
| configuration.json | settings, seeds, classes, versions, device, runtime, threshold and figures, a score each |
| rows/images.ndjson | every image: path, SHA-256 of the file, label, split (0 train, 1 validation, 2 test) |
| rows/ensembles.ndjson, rows/members.ndjson | settings and seeds; what was trained, on which device, on how many threads |
| rows/scores.ndjson, rows/thresholds.ndjson | figures, and above which score an image is flagged |
| rows/verdicts.ndjson | what people said of the images, the oldest first |
| artefacts/ | files named by their SHA-256, as the rows name them: ${pixels ? 'pixels (uint8, image by image), ' : ''}weights and scores |
|  | (float32, little-endian), fitted detectors (JSON), labels and splits |
${pixels ? '' : '\nThe pixels are not in it: the images themselves are needed to verify or to open it.\n'}`
}
