import { language } from './language.ts'

/** A name as it stands within a sentence: English begins it small, German writes nouns as they are. */
export const withinSentence = (name: string): string => (language === 'en' ? name.toLowerCase() : name)
