import type { IncomingMessage } from 'node:http'

/** Stable addresses of open data, which outlive versions of the API: `/open/v1/…` is answered as `/api/v1/open/…`. */
export const openAddress = ({ url = '/' }: IncomingMessage): string =>
  url.replace(/^\/open\/v1(?=[/?]|$)/, '/api/v1/open')
