import { useLocation, useNavigationType } from 'react-router'

/** Whether a link led to this part of the page. Going back does not lead there: it keeps the place where the page was left. */
export function useBroughtTo(hash: `#${string}`): boolean {
  const followed = useNavigationType() !== 'POP'
  return useLocation().hash === hash && followed
}
