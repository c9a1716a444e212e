export * from './types.ts'
export * from './events.ts'
