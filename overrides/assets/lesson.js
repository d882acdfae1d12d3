// What a lesson's page does with a script.
