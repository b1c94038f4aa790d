/**
 * The conversation events behind each event of Automatic Messages, as `general.cbotEventType` names them, spelled as
 * documented. Source: developers.liveperson.com/liveperson-functions-event-sources-automatic-messages.html.
 */
export const cbotEventTypes: Readonly<Record<string, readonly string[]>> = {
  controllerbot_messaging_new_conversation: [
    'CONSUMER_OPEN_NEW_CONVERSATION',
    'CONSUMER_OPEN_NEW_CONVERSATION_FIRST_TIME',
    'CONSUMER_OPEN_NEW_CONVERSATION_OFF_HOURS',
    'CONSUMER_OPEN_NEW_CONVERSATION_FIRST_TIME_OFF_HOURS',
    'CONSUMER_OPEN_NEW_CONVERSATION_AFTER_AUTOCLOSE',
  ],
  controllerbot_messaging_participants_change: [
    'YOU_ARE_CONNECTED_TO',
    'BACK_TO_QUEUE',
    'JOINED_AGENT_LEFT_CONVERSATION',
    'ANOTHER_AGENT_JOINED_CONVERSATION',
  ],
  controllerbot_messaging_ttr: [
    'AGENT_UPDATED_RESPONSE_TIME',
    'CONSUMER_CANCELED_URGENT_RESPONSE_TIME',
    'CONSUMER_ASKED_URGENT_RESPONSE_TIME',
  ],
  controllerbot_messaging_conversation_idle: [
    'CONV_AWAITING_IN_QUEUE',
    'AGENT_NON_RESPONSIVE',
    'CONSUMER_NON_RESPONSIVE',
  ],
  controllerbot_messaging_conversation_routing: ['ENGAGEMENT_TRANSFERED'],
  controllerbot_messaging_mid_conversation_msg: ['CONSUMER_SEND_MESSAGE_ON_OFFHOURS'],
  controllerbot_messaging_conversation_end: [
    'AGENT_END_CONVERSATION',
    'CONSUMER_END_CONVERSATION',
    'SYSTEM_END_CONVERSATION',
  ],
  controllerbot_messaging_consumer_step_up: ['CONSUMER_STEP_UP'],
};
