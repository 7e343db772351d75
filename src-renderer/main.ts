import './no-eval.ts'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { announceLanguage, createTranslator, rememberedLanguage } from './locales/words.ts'
import { router } from './router.ts'
import { watchFaults } from './shell/faults.ts'
import './styles/element-plus.ts'
import './styles/tokens.css'
import './styles/base.css'

const language = rememberedLanguage()
announceLanguage(language)

const app = createApp(App).use(createPinia()).use(createTranslator(language)).use(router)
watchFaults(app)
app.mount('#app')
