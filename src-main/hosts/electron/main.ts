import { createApp } from '../../app/index.ts'
import { startElectron } from './start.ts'

void startElectron(createApp)
