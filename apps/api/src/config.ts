/** What the process is told by its environment, checked once at boot. */
export interface Config {
  host: string
  port: number
}
