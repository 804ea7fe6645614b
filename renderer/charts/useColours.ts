import { computed, type ComputedRef } from 'vue'
import { useTheme } from '../stores/theme.ts'

/** What a canvas needs of the stylesheet: colours by the name of their CSS property, and the font. */
export type Colours = (property: string) => string

/** The colours of the theme that is shown; changes with it. */
export function useColours(): ComputedRef<Colours> {
  const theme = useTheme()
  return computed(() => {
    void theme.dark
    const style = getComputedStyle(document.documentElement)
    return (property) => style.getPropertyValue(property).trim()
  })
}
