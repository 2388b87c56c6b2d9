"""What every address answers to every role: the truth table of access.

A status a cell, GET and POST with nothing filled in, for the things of
tests.isolation.addresses.things_of_oss. 302 is the way to the log-in for who has none; 404 hides;
403 tells why not; 405 is a method that an address does not know; 422 and 200 after POST keep the
form. A new address without its two rows fails.

The columns are the roles of tests.isolation.callers.ROLES: nobody, IV-coördinator and burgemeester
of Oss, politie, OM and netbeheerder, the IV-coördinator of Meierijstad who takes no part, and of
Oss the secretary, the privacy officer (FG) and the administrator.
"""

MATRIX = """
#                                            anon IV  bgm pol OM  net vrd sec FG  beh
# The product itself
home                                    GET  302 302 302 302 302 302 302 302 302 302
home                                    POST 302 302 302 302 302 302 302 302 302 302
health                                  GET  200 200 200 200 200 200 200 200 200 200
health                                  POST 200 200 200 200 200 200 200 200 200 200
accessibility                           GET  200 200 200 200 200 200 200 200 200 200
accessibility                           POST 200 200 200 200 200 200 200 200 200 200
set_language                            GET  302 302 302 302 302 302 302 302 302 302
set_language                            POST 302 302 302 302 302 302 302 302 302 302
gallery                                 GET  302 200 200 200 200 200 200 200 200 200
gallery                                 POST 302 405 405 405 405 405 405 405 405 405
# One's own: account, capacity, notifications
account                                 GET  302 200 200 200 200 200 200 200 200 200
account                                 POST 302 405 405 405 405 405 405 405 405 405
calendar_make                           GET  302 405 405 405 405 405 405 405 405 405
calendar_make                           POST 302 200 200 200 200 200 200 200 200 200
calendar_revoke                         GET  302 405 405 405 405 405 405 405 405 405
calendar_revoke                         POST 302 302 302 302 302 302 302 302 302 302
calendar_feed                           GET  404 404 404 404 404 404 404 404 404 404
calendar_feed                           POST 405 405 405 405 405 405 405 405 405 405
capacity                                GET  302 405 405 405 405 405 405 405 405 405
capacity                                POST 302 404 404 404 404 404 404 404 404 404
notifications                           GET  302 200 200 200 200 200 200 200 200 200
notifications                           POST 302 405 405 405 405 405 405 405 405 405
notifications_state                     GET  302 200 200 200 200 200 200 200 200 200
notifications_state                     POST 302 405 405 405 405 405 405 405 405 405
notifications_read                      GET  302 405 405 405 405 405 405 405 405 405
notifications_read                      POST 302 302 302 302 302 302 302 302 302 302
notifications_mail                      GET  302 405 405 405 405 405 405 405 405 405
notifications_mail                      POST 302 302 302 302 302 302 302 302 302 302
notification_open                       GET  302 405 405 405 405 405 405 405 405 405
notification_open                       POST 302 404 404 404 404 302 404 404 404 404
# Lists and trails
trail                                   GET  302 403 403 403 403 403 403 403 200 403
trail                                   POST 302 405 405 405 405 405 405 405 405 405
trail_export                            GET  302 403 403 403 403 403 403 403 200 403
trail_export                            POST 302 405 405 405 405 405 405 405 405 405
cases                                   GET  302 200 200 200 200 200 200 200 200 200
cases                                   POST 302 405 405 405 405 405 405 405 405 405
throughput                              GET  302 200 200 200 200 200 200 200 403 200
throughput                              POST 302 405 405 405 405 405 405 405 405 405
throughput_export                       GET  302 200 200 200 200 200 200 200 403 200
throughput_export                       POST 302 405 405 405 405 405 405 405 405 405
worklist                                GET  302 200 200 200 200 200 200 200 200 200
worklist                                POST 302 405 405 405 405 405 405 405 405 405
case_report                             GET  302 200 403 200 200 200 200 403 403 403
case_report                             POST 302 405 405 405 405 405 405 405 405 405
case_report_theme                       GET  302 200 403 200 200 200 200 403 403 403
case_report_theme                       POST 302 200 403 200 200 200 200 403 403 403
equalled_days                           GET  302 403 403 403 403 403 403 403 403 200
equalled_days                           POST 302 403 403 403 403 403 403 403 403 200
equalled_day_remove                     GET  302 405 405 405 405 405 405 405 405 405
equalled_day_remove                     POST 302 403 403 403 403 403 403 403 403 403
# A case of Oss, in which partners are being asked
case                                    GET  302 200 200 200 200 200 404 404 404 404
case                                    POST 302 405 405 405 405 405 405 405 405 405
decision_term                           GET  302 200 403 403 403 403 404 404 404 404
decision_term                           POST 302 200 403 403 403 403 404 404 404 404
case_timeline                           GET  302 200 200 200 200 200 404 404 404 404
case_timeline                           POST 302 405 405 405 405 405 405 405 405 405
case_owner                              GET  302 200 403 403 403 403 404 404 404 404
case_owner                              POST 302 200 403 403 403 403 404 404 404 404
commitment_propose                      GET  302 200 200 200 200 403 404 404 404 404
commitment_propose                      POST 302 200 200 200 200 403 404 404 404 404
commitment_settle                       GET  302 405 405 405 405 405 405 405 405 405
commitment_settle                       POST 302 403 403 403 403 403 404 404 404 404
case_ave                                GET  302 403 403 403 403 403 404 404 404 404
case_ave                                POST 302 403 403 403 403 403 404 404 404 404
agenda_put                              GET  302 200 200 200 200 403 404 404 404 404
agenda_put                              POST 302 200 200 200 200 403 404 404 404 404
case_escalate                           GET  302 200 403 403 403 403 404 404 404 404
case_escalate                           POST 302 200 403 403 403 403 404 404 404 404
case_step_down                          GET  302 200 403 403 403 403 404 404 404 404
case_step_down                          POST 302 200 403 403 403 403 404 404 404 404
case_refer                              GET  302 200 403 403 403 403 404 404 404 404
case_refer                              POST 302 200 403 403 403 403 404 404 404 404
signal_give                             GET  302 200 403 403 403 403 404 404 404 404
signal_give                             POST 302 200 403 403 403 403 404 404 404 404
# Asked of anyone at Oss who works cases, and referred to the corporatie
escalation                              GET  302 200 200 200 200 404 404 404 404 404
escalation                              POST 302 200 200 403 403 404 404 404 404 404
referral                                GET  302 200 200 200 200 404 404 404 404 404
referral                                POST 302 200 403 403 403 404 404 404 404 404
# A meeting of Oss with politie and netbeheerder, with that case on its agenda
meetings                                GET  302 200 200 200 200 200 200 200 200 200
meetings                                POST 302 405 405 405 405 405 405 405 405 405
meeting_plan                            GET  302 200 200 200 200 200 200 403 403 403
meeting_plan                            POST 302 200 200 200 200 200 200 403 403 403
meeting                                 GET  302 200 200 200 404 200 404 404 404 404
meeting                                 POST 302 405 405 405 405 405 405 405 405 405
meeting_move                            GET  302 200 200 403 404 403 404 404 404 404
meeting_move                            POST 302 200 200 403 404 403 404 404 404 404
meeting_cancel                          GET  302 200 200 403 404 403 404 404 404 404
meeting_cancel                          POST 302 200 200 403 404 403 404 404 404 404
meeting_hold                            GET  302 200 200 403 404 403 404 404 404 404
meeting_hold                            POST 302 200 200 403 404 403 404 404 404 404
meeting_come                            GET  302 405 405 405 405 405 405 405 405 405
meeting_come                            POST 302 302 302 302 404 302 404 404 404 404
agenda_outcome                          GET  302 403 403 403 404 403 404 404 404 404
agenda_outcome                          POST 302 403 403 403 404 403 404 404 404 404
case_formule                            GET  302 403 403 403 403 403 404 404 404 404
case_formule                            POST 302 405 405 405 405 405 405 405 405 405
case_steps                              GET  302 200 200 200 200 200 404 404 404 404
case_steps                              POST 302 405 405 405 405 405 405 405 405 405
# A signal of Oss to its neighbours, of which Meierijstad is none
signals                                 GET  302 200 200 200 200 200 200 200 200 200
signals                                 POST 302 405 405 405 405 405 405 405 405 405
signal                                  GET  302 200 200 404 404 404 404 404 404 404
signal                                  POST 302 403 403 404 404 404 404 404 404 404
signal_let_in                           GET  302 405 405 405 405 405 405 405 405 405
signal_let_in                           POST 302 403 403 404 404 404 404 404 404 404
handover_offer                          GET  302 200 403 403 403 403 404 404 404 404
handover_offer                          POST 302 200 403 403 403 403 404 404 404 404
# The part of the netbeheerder in it, who has not answered yet
participation_end                       GET  302 403 403 403 403 403 404 404 404 404
participation_end                       POST 302 403 403 403 403 403 404 404 404 404
# A case of Oss that is offered to Meierijstad
handover                                GET  302 200 200 404 404 404 200 404 404 404
handover                                POST 302 405 405 405 405 405 405 405 405 405
handover_accept                         GET  302 405 405 405 405 405 405 405 405 405
handover_accept                         POST 302 403 403 404 404 404 302 404 404 404
handover_refuse                         GET  302 405 405 405 405 405 405 405 405 405
handover_refuse                         POST 302 403 403 404 404 404 422 404 404 404
handover_revoke                         GET  302 405 405 405 405 405 405 405 405 405
handover_revoke                         POST 302 302 403 404 404 404 403 404 404 404
# The regional calendar of events, and an event of Oss on it that clashes
event_calendar                          GET  302 200 200 200 200 200 200 200 403 403
event_calendar                          POST 302 405 405 405 405 405 405 405 405 405
event_calendar_csv                      GET  302 200 200 200 200 200 200 200 403 403
event_calendar_csv                      POST 302 405 405 405 405 405 405 405 405 405
event_calendar_ics                      GET  302 200 200 200 200 200 200 200 403 403
event_calendar_ics                      POST 302 405 405 405 405 405 405 405 405 405
event_reserve                           GET  302 200 403 403 403 403 200 403 403 403
event_reserve                           POST 302 200 403 403 403 403 200 403 403 403
event                                   GET  302 200 200 200 200 200 200 200 404 404
event                                   POST 302 405 405 405 405 405 405 405 405 405
event_change                            GET  302 200 403 403 403 403 403 403 404 404
event_change                            POST 302 200 403 403 403 403 403 403 404 404
event_clash                             GET  302 200 200 403 403 403 403 403 404 404
event_clash                             POST 302 200 200 403 403 403 403 403 404 404
# A step and a request for the netbeheerder
step                                    GET  302 200 200 200 200 200 404 404 404 404
step                                    POST 302 403 403 403 403 422 404 404 404 404
request                                 GET  302 200 200 404 404 200 404 404 404 404
request                                 POST 302 405 405 405 405 405 405 405 405 405
request_answer                          GET  302 403 403 404 404 302 404 404 404 404
request_answer                          POST 302 403 403 404 404 302 404 404 404 404
request_more_time                       GET  302 403 403 404 404 403 404 404 404 404
request_more_time                       POST 302 403 403 404 404 403 404 404 404 404
extension_settle                        GET  302 405 405 405 405 405 405 405 405 405
extension_settle                        POST 302 403 403 404 404 403 404 404 404 404
# The decision of Oss, disclosed to politie and OM, and the premises, disclosed to who was asked
contribution                            GET  302 200 200 200 200 404 404 404 404 404
contribution                            POST 302 405 405 405 405 405 405 405 405 405
document_add                            GET  302 200 200 403 403 404 404 404 404 404
document_add                            POST 302 422 422 403 403 404 404 404 404 404
disclose                                GET  302 200 200 403 403 404 404 404 404 404
disclose                                POST 302 200 200 403 403 404 404 404 404 404
subject                                 GET  302 200 200 404 200 200 404 404 404 404
subject                                 POST 302 405 405 405 405 405 405 405 405 405
document_download                       GET  302 200 200 200 200 404 404 404 404 404
document_download                       POST 302 405 405 405 405 405 405 405 405 405
disclosure                              GET  302 200 200 200 404 404 404 404 404 404
disclosure                              POST 302 302 302 403 404 404 404 404 404 404
# Formules: a draft of the region of Oss; and what a gemeente sets by itself
formules                                GET  302 200 403 403 403 403 200 200 403 200
formules                                POST 302 405 405 405 405 405 405 405 405 405
formule_import                          GET  302 403 403 403 403 403 403 403 403 200
formule_import                          POST 302 403 403 403 403 403 403 403 403 422
variation                               GET  302 403 403 403 403 403 403 200 403 200
variation                               POST 302 405 405 405 405 405 405 405 405 405
variation_export                        GET  302 403 403 403 403 403 403 200 403 200
variation_export                        POST 302 405 405 405 405 405 405 405 405 405
formule                                 GET  302 200 404 404 404 404 200 200 404 200
formule                                 POST 302 405 405 405 405 405 405 405 405 405
formule_draft                           GET  302 405 405 405 405 405 405 405 405 405
formule_draft                           POST 302 403 404 404 404 404 403 403 404 403
formule_edit                            GET  302 403 404 404 404 404 403 403 404 200
formule_edit                            POST 302 403 404 404 404 404 403 403 404 422
formule_adopt                           GET  302 403 404 404 404 404 403 403 404 200
formule_adopt                           POST 302 403 404 404 404 404 403 403 404 422
formule_accept                          GET  302 405 405 405 405 405 405 405 405 405
formule_accept                          POST 302 403 404 404 404 404 403 403 404 403
formule_delete                          GET  302 405 405 405 405 405 405 405 405 405
formule_delete                          POST 302 403 404 404 404 404 403 403 404 302
formule_cases                           GET  302 403 404 404 404 404 403 403 404 403
formule_cases                           POST 302 403 404 404 404 404 403 403 404 403
move_undo                               GET  302 405 405 405 405 405 405 405 405 405
move_undo                               POST 302 404 404 404 404 404 404 404 404 404
formule_export                          GET  302 200 404 404 404 404 200 200 404 200
formule_export                          POST 302 405 405 405 405 405 405 405 405 405
local_settings                          GET  302 403 403 403 403 403 403 403 403 200
local_settings                          POST 302 405 405 405 405 405 405 405 405 405
local_setting                           GET  302 403 403 403 403 403 403 403 403 200
local_setting                           POST 302 403 403 403 403 403 403 403 403 422
enforcement_row_add                     GET  302 403 403 403 403 403 403 403 403 200
enforcement_row_add                     POST 302 403 403 403 403 403 403 403 403 422
enforcement_row_end                     GET  302 404 404 404 404 404 404 404 404 200
enforcement_row_end                     POST 302 404 404 404 404 404 404 404 404 422
# The API
api_openapi                             GET  200 200 200 200 200 200 200 200 200 200
api_openapi                             POST 405 405 405 405 405 405 405 405 405 405
api_cases                               GET  401 200 200 200 200 200 200 200 200 200
api_cases                               POST 401 405 405 405 405 405 405 405 405 405
api_case                                GET  401 200 200 200 200 200 404 404 404 404
api_case                                POST 401 405 405 405 405 405 405 405 405 405
api_throughput                          GET  401 200 200 200 200 200 200 200 403 200
api_throughput                          POST 401 405 405 405 405 405 405 405 405 405
api_meetings                            GET  401 200 200 200 200 200 200 200 200 200
api_meetings                            POST 401 405 405 405 405 405 405 405 405 405
api_meeting                             GET  401 200 200 200 404 200 404 404 404 404
api_meeting                             POST 401 405 405 405 405 405 405 405 405 405
api_signals                             GET  401 200 200 200 200 200 200 200 200 200
api_signals                             POST 401 405 405 405 405 405 405 405 405 405
api_requests                            GET  401 200 200 200 200 200 200 200 200 200
api_requests                            POST 401 405 405 405 405 405 405 405 405 405
api_request                             GET  401 200 200 404 404 200 404 404 404 404
api_request                             POST 401 405 405 405 405 405 405 405 405 405
api_steps                               GET  401 200 200 200 200 200 200 200 200 200
api_steps                               POST 401 405 405 405 405 405 405 405 405 405
api_step                                GET  401 200 200 200 200 200 404 404 404 404
api_step                                POST 401 405 405 405 405 405 405 405 405 405
api_step_complete                       GET  401 405 405 405 405 405 405 405 405 405
api_step_complete                       POST 401 403 403 403 403 400 404 404 404 404
api_request_answer                      GET  401 405 405 405 405 405 405 405 405 405
api_request_answer                      POST 401 403 403 404 404 400 404 404 404 404
api_more_time                           GET  401 405 405 405 405 405 405 405 405 405
api_more_time                           POST 401 403 403 404 404 403 404 404 404 404
api_more_time_ruling                    GET  401 405 405 405 405 405 405 405 405 405
api_more_time_ruling                    POST 401 400 400 404 404 400 404 404 404 404
api_notifications                       GET  401 200 200 200 200 200 200 200 200 200
api_notifications                       POST 401 405 405 405 405 405 405 405 405 405
api_notification_read                   GET  401 405 405 405 405 405 405 405 405 405
api_notification_read                   POST 401 404 404 404 404 200 404 404 404 404
api_trail                               GET  401 403 403 403 403 403 403 403 200 403
api_trail                               POST 401 405 405 405 405 405 405 405 405 405
api_nowhere                             GET  401 404 404 404 404 404 404 404 404 404
api_nowhere                             POST 401 404 404 404 404 404 404 404 404 404
# Accounts, of allauth
no_signup                               GET  404 404 404 404 404 404 404 404 404 404
no_signup                               POST 404 404 404 404 404 404 404 404 404 404
no_email                                GET  404 404 404 404 404 404 404 404 404 404
no_email                                POST 404 404 404 404 404 404 404 404 404 404
no_confirm_email                        GET  404 404 404 404 404 404 404 404 404 404
no_confirm_email                        POST 404 404 404 404 404 404 404 404 404 404
no_confirm_email_key                    GET  404 404 404 404 404 404 404 404 404 404
no_confirm_email_key                    POST 404 404 404 404 404 404 404 404 404 404
no_first_password                       GET  404 404 404 404 404 404 404 404 404 404
no_first_password                       POST 404 404 404 404 404 404 404 404 404 404
account_login                           GET  200 302 302 302 302 302 302 302 302 302
account_login                           POST 200 302 302 302 302 302 302 302 302 302
account_logout                          GET  302 200 200 200 200 200 200 200 200 200
account_logout                          POST 302 302 302 302 302 302 302 302 302 302
account_inactive                        GET  200 200 200 200 200 200 200 200 200 200
account_inactive                        POST 405 405 405 405 405 405 405 405 405 405
account_signup                          GET  404 404 404 404 404 404 404 404 404 404
account_signup                          POST 404 404 404 404 404 404 404 404 404 404
account_reauthenticate                  GET  302 200 200 200 200 200 200 200 200 200
account_reauthenticate                  POST 302 200 200 200 200 200 200 200 200 200
account_email                           GET  404 404 404 404 404 404 404 404 404 404
account_email                           POST 404 404 404 404 404 404 404 404 404 404
account_email_verification_sent         GET  404 404 404 404 404 404 404 404 404 404
account_email_verification_sent         POST 404 404 404 404 404 404 404 404 404 404
account_change_password                 GET  302 200 200 200 200 200 200 200 200 200
account_change_password                 POST 302 200 200 200 200 200 200 200 200 200
account_set_password                    GET  404 404 404 404 404 404 404 404 404 404
account_set_password                    POST 404 404 404 404 404 404 404 404 404 404
account_reset_password                  GET  200 200 200 200 200 200 200 200 200 200
account_reset_password                  POST 200 200 200 200 200 200 200 200 200 200
account_confirm_login_code              GET  302 302 302 302 302 302 302 302 302 302
account_confirm_login_code              POST 302 302 302 302 302 302 302 302 302 302
account_confirm_email                   GET  404 404 404 404 404 404 404 404 404 404
account_confirm_email                   POST 404 404 404 404 404 404 404 404 404 404
account_reset_password_from_key_done    GET  200 200 200 200 200 200 200 200 200 200
account_reset_password_from_key_done    POST 405 405 405 405 405 405 405 405 405 405
account_reset_password_from_key         GET  200 200 200 200 200 200 200 200 200 200
account_reset_password_from_key         POST 200 200 200 200 200 200 200 200 200 200
account_reset_password_done             GET  200 200 200 200 200 200 200 200 200 200
account_reset_password_done             POST 405 405 405 405 405 405 405 405 405 405
mfa_index                               GET  302 200 200 200 200 200 200 200 200 200
mfa_index                               POST 302 405 405 405 405 405 405 405 405 405
mfa_authenticate                        GET  302 302 302 302 302 302 302 302 302 302
mfa_authenticate                        POST 302 302 302 302 302 302 302 302 302 302
mfa_reauthenticate                      GET  302 302 302 302 302 302 302 302 302 302
mfa_reauthenticate                      POST 302 302 302 302 302 302 302 302 302 302
mfa_activate_totp                       GET  302 302 302 302 302 302 302 302 302 302
mfa_activate_totp                       POST 302 302 302 302 302 302 302 302 302 302
mfa_deactivate_totp                     GET  302 404 404 404 404 404 404 404 404 404
mfa_deactivate_totp                     POST 302 404 404 404 404 404 404 404 404 404
mfa_view_recovery_codes                 GET  302 404 404 404 404 404 404 404 404 404
mfa_view_recovery_codes                 POST 302 405 405 405 405 405 405 405 405 405
mfa_generate_recovery_codes             GET  302 302 302 302 302 302 302 302 302 302
mfa_generate_recovery_codes             POST 302 302 302 302 302 302 302 302 302 302
mfa_download_recovery_codes             GET  302 404 404 404 404 404 404 404 404 404
mfa_download_recovery_codes             POST 302 404 404 404 404 404 404 404 404 404
mfa_list_webauthn                       GET  302 200 200 200 200 200 200 200 200 200
mfa_list_webauthn                       POST 302 405 405 405 405 405 405 405 405 405
mfa_add_webauthn                        GET  302 302 302 302 302 302 302 302 302 302
mfa_add_webauthn                        POST 302 302 302 302 302 302 302 302 302 302
mfa_reauthenticate_webauthn             GET  302 302 302 302 302 302 302 302 302 302
mfa_reauthenticate_webauthn             POST 302 302 302 302 302 302 302 302 302 302
mfa_remove_webauthn                     GET  302 302 302 302 302 302 302 302 302 302
mfa_remove_webauthn                     POST 302 302 302 302 302 302 302 302 302 302
mfa_edit_webauthn                       GET  302 302 302 302 302 302 302 302 302 302
mfa_edit_webauthn                       POST 302 302 302 302 302 302 302 302 302 302
mfa_login_webauthn                      GET  302 302 302 302 302 302 302 302 302 302
mfa_login_webauthn                      POST 302 302 302 302 302 302 302 302 302 302
socialaccount_login_cancelled           GET  200 200 200 200 200 200 200 200 200 200
socialaccount_login_cancelled           POST 405 405 405 405 405 405 405 405 405 405
socialaccount_login_error               GET  401 401 401 401 401 401 401 401 401 401
socialaccount_login_error               POST 405 405 405 405 405 405 405 405 405 405
socialaccount_signup                    GET  302 302 302 302 302 302 302 302 302 302
socialaccount_signup                    POST 302 302 302 302 302 302 302 302 302 302
socialaccount_connections               GET  302 200 200 200 200 200 200 200 200 200
socialaccount_connections               POST 302 200 200 200 200 200 200 200 200 200
/account/social/login/cancelled/        GET  302 301 301 301 301 301 301 301 301 301
/account/social/login/cancelled/        POST 302 301 301 301 301 301 301 301 301 301
/account/social/login/error/            GET  302 301 301 301 301 301 301 301 301 301
/account/social/login/error/            POST 302 301 301 301 301 301 301 301 301 301
/account/social/signup/                 GET  302 301 301 301 301 301 301 301 301 301
/account/social/signup/                 POST 302 301 301 301 301 301 301 301 301 301
/account/social/connections/            GET  302 301 301 301 301 301 301 301 301 301
/account/social/connections/            POST 302 301 301 301 301 301 301 301 301 301
openid_connect_login                    GET  404 404 404 404 404 404 404 404 404 404
openid_connect_login                    POST 404 404 404 404 404 404 404 404 404 404
openid_connect_callback                 GET  404 404 404 404 404 404 404 404 404 404
openid_connect_callback                 POST 404 404 404 404 404 404 404 404 404 404
"""


def expected() -> dict[tuple[str, str], tuple[int, ...]]:
    """The statuses by name and method, in the order of the columns."""
    found = {}
    for line in MATRIX.strip().splitlines():
        if not line.startswith("#"):
            name, method, *statuses = line.split()
            assert (name, method) not in found, f"{name} {method} stands here twice"
            found[name, method] = tuple(int(status) for status in statuses)
    return found
