"""What each form asks at least, in its own words and order."""

REQUIRED: dict[str, list[str]] = {
    "signal": [
        "In welke gemeente staat het pand?",
        "Waar komt het signaal vandaan?",
        "Adres",
        "Wat voor pand is het?",
        "Wanneer is het opgemerkt?",
        "Wat is er waargenomen?",
    ],
    "visit": [
        "Zijn er drugs, een kwekerij of voorbereidingen aangetroffen?",
        "Datum van het onderzoek",
    ],
    "report": [
        "Datum van de vondst",
        "Soort pand",
        "Waar gaat het om?",
        "Aantal planten",
        "1. Wat was de aanleiding voor het onderzoek?",
        "2. Wanneer en hoe is het pand doorzocht?",
        "3. Welke hoeveelheid en soort drugs is aangetroffen?",
        "4. Welke drugsgerelateerde goederen, en hoeveel?",
        "5. Zijn er wapens aangetroffen?",
        "6. Is er overlast, of zijn er meldingen?",
        "7. Zijn er antecedenten?",
        "8. Is er een relatie met andere panden of personen?",
        "9. Was er gevaar: brand, elektrocutie, water?",
        "10. Is er risico voor de openbare orde, zoals een ripdeal?",
        "Grondslag voor de verstrekking",
        "Waarom is dit nodig?",
    ],
    "open_case": [
        "Woonkern",
        "Prioriteit",
    ],
    "weigh": [
        "Is de rapportage volledig?",
    ],
    "supplement": [
        "Wat vult u aan?",
        "Grondslag voor de verstrekking",
        "Waarom is dit nodig?",
    ],
    "answer": [
        "Wat is uw antwoord?",
        "Grondslag voor de verstrekking",
        "Waarom is dit nodig?",
    ],
    "answer of the OM": [
        "Wat is uw antwoord?",
        "Grondslag voor de verstrekking",
        "Noodzaak: waarom heeft de ontvanger juist dit nodig?",
        "Proportionaliteit: waarom weegt dat op tegen het belang van wie het betreft?",
        "Subsidiariteit: waarom kan het niet met minder, of anders?",
    ],
    "close_round": [
        "Waarom wacht u niet langer?",
    ],
    "urgency": [
        "Is er spoed, zoals brandgevaar of dreiging van een ripdeal?",
        "Waarom wel of niet?",
    ],
    "choose_measure": [
        "Welke maatregel neemt u zich voor?",
    ],
    "hear": [
        "Hoe is de zienswijze gegeven?",
    ],
    "decide": [
        "Wat besluit u?",
        "1. Geschikt: waarom past deze maatregel bij het doel?",
        "2. Noodzakelijk: hoe ernstig en omvangrijk is de overtreding?",
        "Noodzakelijk: wat betekent de tijd die sinds de vondst is verstreken?",
        "Noodzakelijk: is er vanuit het pand in drugs gehandeld?",
        "Noodzakelijk: staat het pand in een kwetsbare wijk?",
        "3. Evenwichtig: wie valt wat te verwijten?",
        "Evenwichtig: hoe sterk is de binding met de woning?",
        "Evenwichtig: kan de bewoner terug, of volgt een zwarte lijst van de corporatie?",
        "Evenwichtig: zijn er minderjarige kinderen, en wat adviseert de jeugdbescherming?",
        "Datum van bekendmaking",
    ],
    "close_premises": [
        "Datum van de sluiting",
        "Is het pand verzegeld?",
        "Wat is er met sleutels en sloten gedaan?",
        "Wat is er geregeld voor kinderen, dieren en opvang?",
    ],
    "recover_costs": [
        "Verhaalt u de kosten?",
        "Waarom wel of niet?",
    ],
    "register_warning": [
        "Datum van de waarschuwing",
        "Hoeveel jaar telt de waarschuwing mee?",
    ],
    "refrain": [
        "Waarom ziet de gemeente af van een maatregel?",
    ],
    "objection": [
        "Is er bezwaar gemaakt?",
    ],
    "decide_objection": [
        "Wat beslist u?",
        "Motivering",
    ],
    "appeal": [
        "Is er beroep ingesteld?",
    ],
    "injunction": [
        "Wat is er met het verzoek gebeurd?",
        "Datum van de uitspraak of de intrekking",
    ],
    "suspension": [
        "Vanaf welke dag is het besluit niet meer geschorst?",
        "Waardoor eindigt de schorsing?",
    ],
    "closure_period": [
        "Wat is er gebeurd?",
    ],
    "decide_lifting": [
        "Wat besluit u?",
        "Motivering",
    ],
    "reopen": [
        "Datum van de heropening",
        "Wat bleek bij de controle van het pand?",
    ],
    "evaluate": [
        "Welke nazorg is gegeven?",
        "Wat is het effect op de buurt?",
        "Is het probleem verplaatst (waterbed)?",
        "Het pand wordt niet opnieuw voor hennepteelt gebruikt",
        "De overlast en het gevaar voor de buurt zijn weg",
    ],
}
