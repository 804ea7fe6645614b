import type { JobProgress, RuntimeProgress } from '../../contract/jobs.ts'

type PhaseOf<K extends JobProgress['kind']> = Extract<JobProgress, { kind: K; phase: string }>['phase']

const phases: { [K in 'import' | 'score' | 'report' | 'study' | 'export' | 'archive' | 'runtime']: Record<PhaseOf<K>, string> } = {
  import: {
    finding: 'finding images',
    checking: 'looking at the images',
    decoding: 'reading images',
    duplicates: 'comparing for duplicates',
    splitting: 'dividing into splits',
    storing: 'storing',
  },
  score: {
    starting: 'starting',
    encoding: 'showing the images to the networks',
    scoring: 'scoring',
    storing: 'storing',
  },
  report: {
    ranking: 'writing the ranking',
    thumbnails: 'reading the top images again',
    page: 'drawing the page',
    printing: 'printing to PDF',
  },
  export: {
    checking: 'comparing the model with the scores',
    writing: 'writing the model',
    copying: 'copying images',
  },
  study: {
    planning: 'going through the cells',
    training: 'training',
    scoring: 'scoring',
  },
  runtime: {
    starting: 'starting',
    downloading: 'downloading',
    unpacking: 'unpacking and checking',
    checking: 'trying whether it loads',
    removing: 'removing',
  },
  archive: {
    reading: 'reading the project',
    packing: 'packing',
    unpacking: 'unpacking and checking',
    decoding: 'reading the images',
    storing: 'storing',
  },
}

/** Which of the wheels, as far as is known how many there are. */
function wheelWords({ wheel, number, of }: RuntimeProgress): string {
  return [wheel, number !== null && of !== null ? `(${number} of ${of})` : null].filter(Boolean).join(' ')
}

/** What a job other than training is doing, in words. */
export function phaseWords(progress: Exclude<JobProgress, { kind: 'train' }>): string {
  if (progress.kind === 'study' && progress.now !== null) return `${phases.study[progress.phase]} ${progress.now}`
  if (progress.kind === 'runtime') return [phases.runtime[progress.phase], wheelWords(progress)].filter(Boolean).join(' ')
  return (phases[progress.kind] as Record<string, string>)[progress.phase] ?? progress.phase
}
