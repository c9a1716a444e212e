/** The event of a person who was added, yet without a post. */
export const personCreated = (id: string) =>
  ({ stream: 'rights', type: 'person.created', data: { person: id }, binds: { person: [id] } }) as const
