/**
 * The code of a function: its bundle as it lies there; or, in the package, where the packed data is shipped once for the
 * library and all functions, the bundle with the data that it names put beside it while the app is synthesized.
 *
 *   functions/extract/{index.mjs, packed.json ["gazetteer.bin", …]} + packed/gazetteer.bin -> index.mjs, packed/gazetteer.bin
 */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import * as z from 'zod'

/** Lists the packed data that a bundle opens and does not carry. */
export const packedList = 'packed.json'

const PackedList = z.array(z.string().regex(/^[a-z]+\.bin$/))

export const functionCode = (bundle: string): lambda.Code => {
  const list = join(bundle, packedList)
  if (!existsSync(list)) return lambda.Code.fromAsset(bundle)
  const names = PackedList.parse(JSON.parse(readFileSync(list, 'utf8')))
  const tryBundle = (target: string): boolean => {
    cpSync(bundle, target, { recursive: true })
    rmSync(join(target, packedList))
    for (const name of names) cpSync(join(bundle, '../../packed', name), join(target, 'packed', name))
    return true
  }
  return lambda.Code.fromAsset(bundle, {
    assetHashType: AssetHashType.OUTPUT, // the data may change where the bundle does not
    // The image is for what cannot be done without Docker; this always can.
    bundling: { image: DockerImage.fromRegistry('none'), local: { tryBundle } },
  })
}
