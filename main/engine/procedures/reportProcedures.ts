import { findChromium, whatIsMissing } from '../../reports/pdf/findChromium.ts'
import { procedures } from './procedures.ts'

export function reportProcedures() {
  const { printer } = procedures.reports
  return {
    printer: printer.handler(() => {
      const program = findChromium()
      return { program, missing: program === null ? whatIsMissing : null }
    }),
  }
}
