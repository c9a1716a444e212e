import type { Crumb } from '#ui/Breadcrumb.tsx'
import { paths } from '#ui/paths.ts'
import { adminPages } from './adminPages.ts'

/**
 * The breadcrumb from the first page of administration to this one: `adminCrumbs(['orang'], 'Tambah orang')`. A step is a section
 * by its path, or a crumb of its own.
 */
export const adminCrumbs = (steps: readonly (string | Crumb)[], here: string): Crumb[] => [
  { label: 'Pengelolaan', to: paths.admin() },
  ...steps.map(step =>
    typeof step === 'string'
      ? { label: adminPages.find(page => page.path === step)?.label ?? step, to: paths.admin(step) }
      : step,
  ),
  { label: here },
]
