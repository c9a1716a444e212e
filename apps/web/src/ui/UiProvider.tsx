import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'

/**
 * What the wrappers around Mantine need above them. Its variables and classes are left out: their style element would be
 * refused by the content security policy, and the look is ours (theme.css).
 */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider withCssVariables={false} withGlobalClasses={false} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  )
}
