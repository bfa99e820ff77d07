import { render } from 'preact';
import { i18n } from '#i18n';
import { browserSettings } from '@/components/settings/browser-settings';
import { SettingsPage } from '@/components/settings/settings-page';
import { wearTheme } from '@/components/settings/wear-theme';
import { speakTo } from '@/components/speak-to';

speakTo(document, i18n.t('settings.pageTitle'));
wearTheme(document);
render(<SettingsPage {...browserSettings} />, document.getElementById('app') ?? document.body);
