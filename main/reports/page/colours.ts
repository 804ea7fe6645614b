/**
 * The colours of both themes. Text colours have at least 4.5 : 1 against the page, marks at least 3 : 1 (WCAG
 * 2.2 AA); the class colours are Okabe and Ito's, darkened on white and lightened on black where those need
 * it.
 */
const light = {
  page: '#ffffff',
  ink: '#1b1f24',
  muted: '#59626c',
  faint: '#8a939d',
  rule: '#e2e5e8',
  grid: '#eceef0',
  axis: '#9aa2ab',
  well: '#eef0f2',
  accent: '#0072b2',
  anomaly: '#d55e00',
  'anomaly-text': '#a84a00',
  warn: '#b27300',
  'class-0': '#0072b2',
  'class-1': '#c48500',
  'class-2': '#009e73',
  'class-3': '#3596d2',
  'class-4': '#cc6fa3',
  'class-5': '#a09200',
  'class-6': '#2b2f33',
}

const dark: typeof light = {
  page: '#14171a',
  ink: '#e8ebee',
  muted: '#a3acb5',
  faint: '#7b858f',
  rule: '#2c3238',
  grid: '#23282d',
  axis: '#5d6770',
  well: '#1e2327',
  accent: '#56b4e9',
  anomaly: '#ff7a1f',
  'anomaly-text': '#ff9650',
  warn: '#e69f00',
  'class-0': '#3d9fdb',
  'class-1': '#e69f00',
  'class-2': '#1fbf92',
  'class-3': '#8fd0f7',
  'class-4': '#dd8fba',
  'class-5': '#f0e442',
  'class-6': '#d5dade',
}

const properties = (colours: typeof light) =>
  Object.entries(colours)
    .map(([key, value]) => `--${key}:${value}`)
    .join(';')

export const lightColours = properties(light)
export const darkColours = properties(dark)
export const themes = { light, dark }
