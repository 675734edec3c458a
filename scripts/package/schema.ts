/**
 * `copydesk/schema`: every shape as a zod schema, its type under the same name, and all of them as JSON Schema.
 */
export * from '../../content-schema/article.ts'
export * from '../../content-schema/correction.ts'
export * from '../../content-schema/documents.ts'
export * from '../../content-schema/feed.ts'
export * from '../../content-schema/json-feed.ts'
export { jsonSchemas } from '../../content-schema/json-schemas.ts'
export * from '../../content-schema/media.ts'
export * from '../../content-schema/name.ts'
export * from '../../content-schema/override.ts'
export * from '../../content-schema/place.ts'
export * from '../../content-schema/places-feed.ts'
export * from '../../content-schema/problem.ts'
export * from '../../content-schema/quote.ts'
export * from '../../content-schema/span.ts'
export * from '../../content-schema/summary.ts'
export * from '../../content-schema/variants.ts'
