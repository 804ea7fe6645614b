import type { Language as ElementWords } from 'element-plus/es/locale'
import { language } from '../words/language.ts'

/** What Element Plus itself says, where the window's language is not that of Element Plus. */
export const elementWords: ElementWords | undefined =
  language === 'de' ? (await import('element-plus/es/locale/lang/de')).default : undefined
