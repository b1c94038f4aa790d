/**
 * What an element of structured content can be on the web channel.
 * Source: github.com/LivePersonInc/rich-content-validator, the schemas of the web channel.
 */
export const elementTypes: readonly string[] = [
  'text',
  'image',
  'button',
  'map',
  'linkPreview',
  'template',
  'vertical',
  'horizontal',
  'carousel',
  'list',
  'sectionList',
  'section',
  'checklist',
  'checkbox',
  'buttonList',
  'submitButton',
];

/** What a click on an element can do. Source: as above. */
export const clickActionTypes: readonly string[] = [
  'publishText',
  'navigate',
  'link',
  'custom',
  'submitAsText',
  'checked',
];

/**
 * Elements that LivePerson's own renderer accepts while the validator does not know them.
 * Source: github.com/LivePersonInc/json-pollock, js/schema.
 */
export const rendererOnlyTypes: readonly string[] = ['datePicker', 'scheduleSlotList'];
