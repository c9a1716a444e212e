/** A webhook at an address for which no name server is asked. Nothing is sent: no worker runs. */
export const webhookOf = (key: string) => ({
  name: 'Dasbor daerah',
  url: 'https://8.8.8.8/sepakat',
  types: ['figures.changed'],
  key,
})
