/**
 * The app of `cdk deploy`: props come as context (`-c feedTitle=…`), the functions are bundled first, cdk-nag looks on.
 */
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { bundleFunctions } from './bundle-functions.ts'
import { CopydeskStack } from './copydesk-stack.ts'
import { propsFromContext } from './props-from-context.ts'

await bundleFunctions()
const app = new App()
new CopydeskStack(app, 'CopydeskStack', propsFromContext(app.node))
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
