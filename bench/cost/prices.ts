/**
 * Amazon's list prices in US dollars, us-east-1, without free tiers: https://aws.amazon.com/pricing/ Where a price has
 * steps, the first one. Taken from memory of the pages in 2026: check them before you rely on a figure.
 */
const million = 1_000_000

export const prices = {
  s3Write: 5 / million, // PUT, LIST
  s3Read: 0.4 / million, // GET
  s3GigabyteMonth: 0.023,
  eventBridgeEvent: 1 / million, // S3's events are paid; the schedule is not
  sqsRequest: 0.4 / million,
  lambdaRequest: 0.2 / million,
  lambdaGigabyteSecond: 0.000_013_333_4, // arm64
  logGigabyte: 0.5, // taken in; what is kept costs 0.03 a month
  apiRequest: 1 / million, // HTTP API
  customMetricMonth: 0.3,
  alarmMonth: 0.1,
  dashboardMonth: 3,
  secretMonth: 0.4,
  trace: 5 / million,
  cloudFrontGigabyte: 0.085,
  cloudFrontRequest: 1 / million, // HTTPS: 0.01 for 10,000
} as const
