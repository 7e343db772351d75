import './no-eval.ts'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { announceLanguage, createTranslator, rememberedLanguage } from './locales/words.ts'
import { router } from './router.ts'
import './styles/element-plus.ts'
import './styles/tokens.css'
import './styles/base.css'

const language = rememberedLanguage()
announceLanguage(language)

createApp(App).use(createPinia()).use(createTranslator(language)).use(router).mount('#app')
