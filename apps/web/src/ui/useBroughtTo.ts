import { useLocation, useNavigationType } from 'react-router'

/**
 * Whether a link led to this part of the page: another value each time, false where none did. Going back does not lead there: it
 * keeps the place where the page was left.
 */
export function useBroughtTo(hash: `#${string}`): string | false {
  const followed = useNavigationType() !== 'POP'
  const { hash: at, key } = useLocation()
  return followed && at === hash && key
}
