"""Sentences of what can be wrong with a file, by the codes of `files`: what is wrong, what to do."""

SENTENCES: dict[str, tuple[str, str]] = {
    # The file as such.
    "file-not-found": ("There is no file “{name}”.", "Check the name and the folder."),
    "file-is-folder": ("“{name}” is a folder.", "Name a file in it."),
    "file-not-regular": (
        "“{name}” is no ordinary file, but a device, a pipe or a socket.",
        "Save what it gives as a file first.",
    ),
    "file-too-large": (
        "“{name}” has {size} MB; at most {most} MB are read.",
        "Check that it is the right file.",
    ),
    "file-no-permission": (
        "“{name}” may not be read or written.",
        "Ask the owner of the file or its folder for permission, or use another folder.",
    ),
    "file-io": (
        "The system cannot read or write “{name}”: {reason}.",
        "Check the disk or the network, then try again.",
    ),
    "file-exists": ("“{name}” exists already.", "Give another name, or say that it is to be replaced."),
    "file-changed": (
        "“{name}” was changed since it was opened, by another program or another login.",
        "Merge the two, save under another name, or open the file again.",
    ),
    "file-gone": (
        "“{name}” is no longer where it was opened.",
        "It was moved, renamed or deleted. Save under a name of your choice.",
    ),
    "folder-missing": ("There is no folder “{folder}”.", "Make it first, or save somewhere else."),
    "disk-full": (
        "There is no room left to write “{name}”.",
        "Free some space, or save on another disk. The old file is as it was.",
    ),
    # Its bytes.
    "file-empty": ("The file is empty.", "Check that it is the right file, or take a copy of it."),
    "file-kind": (
        "This is not a briefing but a file of another kind: {kind}.",
        "A briefing file has the suffix .briefing.",
    ),
    "file-binary": ("This is no text file, and so no briefing.", "A briefing file has the suffix .briefing."),
    "file-prose": (
        "This is plain text, not a briefing.",
        "Open a briefing file, one that ends in .briefing.",
    ),
    "file-html": (
        "This is a web page (HTML), not a briefing.",
        "Open a briefing file, one that ends in .briefing.",
    ),
    "file-xml": ("This is an XML file, not a briefing.", "Open a briefing file, one that ends in .briefing."),
    "file-encoding": ("The text is stored as {encoding}; a briefing is UTF-8.", "Save it as UTF-8."),
    "file-not-utf8": (
        "The byte {byte} is no UTF-8.",
        "The file was saved in another encoding, or is damaged. Save it as UTF-8.",
    ),
    "file-bom": (
        "The file begins with a byte order mark.",
        "It is read all the same, and gone on the next save.",
    ),
    "file-crlf": (
        "The lines end in CR LF or CR.",
        "They are read all the same, and end in LF on the next save.",
    ),
    # PDFs.
    "pdf-no-briefing": (
        "The PDF “{name}” carries no briefing.",
        "Open a PDF that this program made, or a .briefing file.",
    ),
    "pdf-locked": (
        "The PDF “{name}” is locked with a password.",
        "Take the password off in the program that set it, or open the .briefing file.",
    ),
    "pdf-damaged": (
        "The PDF “{name}” is damaged, and no briefing can be read from it.",
        "Get the file once more, or open the .briefing file.",
    ),
    "pdf-attachment-too-large": (
        "What the PDF “{name}” carries is larger than {most} MB.",
        "Check that it is the right file.",
    ),
    # JSON.
    "json-empty": ("There is nothing but white space.", "Check that it is the right file."),
    "json-missing-comma": ("A comma is missing before {value}", "Put a comma here."),
    "json-missing-colon": ("A colon is missing after the key “{key}”.", "Put a colon between key and value."),
    "json-trailing-comma": ("There is a comma after the last value before {value}", "Remove the comma."),
    "json-extra-comma": (
        "There is a comma with no value before it.",
        "Remove the comma, or put the value in.",
    ),
    "json-missing-value": ("A value is missing here.", "Put the value in, or remove its key."),
    "json-unclosed-text": (
        "The text that begins “{value}” has no closing quotation mark on its line.",
        "Put a quotation mark at its end; write a line break within it as \\n.",
    ),
    "json-unclosed": (
        "The bracket {value} that is opened here is never closed.",
        "Put {use} where it ends; perhaps the end of the file was cut off.",
    ),
    "json-wrong-bracket": (
        "Here stands {value}, but the bracket opened in line {line} is closed by {use}",
        "Put {use} here, or look for a bracket that is missing before.",
    ),
    "json-single-quotes": (
        "A text begins with a single quotation mark: {value}",
        'JSON has double quotation marks only: ".',
    ),
    "json-curly-quotes": (
        "A text begins with a typographic quotation mark: {value}",
        'JSON has straight double quotation marks only: ".',
    ),
    "json-comment": ("There is a comment: {value}", "JSON has no comments. Remove it."),
    "json-not-a-number": ("“{value}” is no number that JSON knows.", "Write a figure, or remove the key."),
    "json-number": (
        "“{value}” is no number as JSON writes it.",
        "No zero or plus sign in front, and a figure on both sides of a decimal point.",
    ),
    "json-long-number": ("The number {value} has too many figures.", "At most {most} figures are read."),
    "json-word": ("“{value}” is no word of JSON.", "Write {use}."),
    "json-bare-text": ("“{value}” stands without quotation marks.", "Put text in double quotation marks."),
    "json-bare-key": ("The key {value} has no quotation marks.", "Put it in double quotation marks."),
    "json-quote-inside": (
        "After the end of a text stands {value}",
        'A quotation mark within a text is written \\".',
    ),
    "json-unexpected": (
        "{value} ({character}) cannot stand here.",
        "Remove it, or put it in quotation marks.",
    ),
    "json-escape": (
        "“{value}” means nothing in a JSON text.",
        "Write a backslash as \\\\; other characters need none.",
    ),
    "json-text-after": ("After the end of the document stands more: {value}", "Remove what follows."),
    "json-too-deep": (
        "Brackets are nested more than {most} deep.",
        "A briefing needs few levels. Check that it is the right file.",
    ),
    "json-too-many-values": (
        "The file holds more than {most} values.",
        "No briefing needs as many. Check that it is the right file.",
    ),
    "duplicate-key": (
        "The key “{key}” stands twice in the same object; it stands first in line {line}.",
        "Remove or rename one of the two.",
    ),
    "lone-surrogate": (
        "“{value}” is half a character.",
        "Write the character itself, or both halves of its escape.",
    ),
    "control-character": (
        "The text holds a control character, {character}.",
        "Remove it. Only \\n is allowed, and only where a text may have several lines.",
    ),
    # The format.
    "not-an-object": (
        "A briefing is one object in {{…}}; here stands {value}.",
        "Check that it is the right file.",
    ),
    "format-missing": (
        "This is JSON, but no briefing: it has no “format”.",
        "A briefing has the key “format” with the value “{use}”.",
    ),
    "format-newer": (
        "The file has the format {value}, which is newer than this program.",
        "Open it with a newer Briefing, one that knows format {n}.",
    ),
    "format-unknown": ("“{value}” is no format that this program knows.", "The present format is “{use}”."),
    "source-text-too-large": (
        "The embedded text of the source has {size} MB; at most {most} MB are read.",
        "Embed the article's own text only, or remove “text”.",
    ),
    "more-problems": ("There are {n} more problems.", "Mend those above first, then check the file again."),
    # Fields.
    "null-value": ("Here stands null.", "Remove the key: what is absent is left out."),
    "missing-key": ("The key “{key}” is missing.", "Add it."),
    "unknown-key": ("The key “{key}” is not known here.", "Remove it. Known here: {known}."),
    "unknown-key-near": ("The key “{key}” is not known here.", "Did you mean “{use}”?"),
    "unknown-key-elsewhere": ("The key “{key}” is not known here.", "It belongs in: {owners}."),
    "not-one-of": ("“{value}” is none of the values that can stand here.", "Use one of: {expected}."),
    "not-one-of-near": ("“{value}” is none of: {expected}.", "Did you mean “{use}”?"),
    "wrong-type-text": ("Here stands {value} in place of a text.", "Write a text in quotation marks."),
    "wrong-type-number": (
        "Here stands {value} in place of a whole number.",
        "Write figures without quotation marks.",
    ),
    "wrong-type-boolean": ("Here stands {value} in place of true or false.", "Write true or false."),
    "wrong-type-list": ("Here stands {value} in place of a list.", "Put the values in […]."),
    "wrong-type-object": ("Here stands {value} in place of an object.", "Put keys and values in {{…}}."),
    "wrong-value": ("“{value}” cannot stand here.", "See the format of briefing files."),
    "blank": ("The text is blank.", "Write something, or remove the key."),
    "line-break": ("The text “{value}” has a line break, which cannot stand here.", "Write it in one line."),
    "too-long": ("The text has {n} characters; at most {most} are read.", "Shorten it."),
    "too-few": ("The list has {n} values; at least {least} belong in it.", "Add what is missing."),
    "number-too-small": ("{value} is too small.", "The least is {least}."),
    "number-too-large": ("{value} is too large.", "The most is {most}."),
    "too-many-words": (
        "There are {n} words; at most {most} are kept of a passage.",
        "Keep the first or last few.",
    ),
    "address": ("“{value}” is no web address.", "Write it from http:// or https:// on, without spaces."),
    "fixed-id": ("The id “{value}” cannot stand here.", "Write “{use}”."),
    "id-form": (
        "“{value}” is no id.",
        "Write a small letter, then at most 31 small letters, figures and hyphens.",
    ),
    "slug-form": (
        "“{value}” is no name of a briefing.",
        "Write 1 to 64 small letters a–z, figures and hyphens.",
    ),
    "field-path-form": (
        "“{value}” is no path of a field.",
        "Write field names joined by dots, as in series.ordinal.",
    ),
    "language-form": ("“{value}” is no language tag.", "Write it as in en, ko or pt-BR."),
    "digest-form": ("“{value}” is no digest.", "A digest is sha256: and 64 figures of 0–9 and a–f."),
    "rating-form": ("“{value}” is no Admiralty rating.", "Write a letter A–F and a figure 1–6, as in B2."),
    "origin-form": ("“{value}” is no origin.", "Write person, or rule: and the name of the rule."),
    # Articles.
    "article-kind": (
        "“{name}” is a {kind} file; articles are read from plain text, web pages, PDF and Word (.docx).",
        "Save it as one of these, or copy its text into a .txt file.",
    ),
    "article-encoding": ("The encoding of “{name}” cannot be told.", "Save it as UTF-8."),
    "article-guessed": (
        "“{name}” does not say its encoding; it was read as {encoding}.",
        "Check quotation marks and accents, or save it as UTF-8.",
    ),
    "article-locked": (
        "“{name}” is locked with a password.",
        "Save a copy without the password, or copy its text into a .txt file.",
    ),
    "article-damaged": (
        "“{name}” is damaged, or not what it says it is.",
        "Open it with the program that made it and save it again, or copy its text into a .txt file.",
    ),
    "article-complex": (
        "“{name}” needs more time or memory than an article may need.",
        "Check that it is the right file, or copy its text into a .txt file.",
    ),
    "article-pages": (
        "“{name}” has {n} pages; at most {most} are read.",
        "Save the pages of the article alone.",
    ),
    "article-scanned": (
        "“{name}” holds pictures of pages and no text.",
        "Have a text recognition program read it first.",
    ),
    # Web addresses.
    "web-address": (
        "“{name}” is no web address.",
        "Write it from http:// or https:// on, without name and password.",
    ),
    "web-unknown-host": ("There is no “{host}” in the network.", "Check the address and the connection."),
    "web-private": (
        "“{host}” is a machine of this computer or of the network around it.",
        "If that is meant, give its address in figures.",
    ),
    "web-private-redirect": (
        "The page leads on to “{host}”, a machine of this computer or of the network around it.",
        "It was not followed. Be wary of the address.",
    ),
    "web-redirects": (
        "“{name}” leads on to other addresses more than {n} times.",
        "Check the address in a browser.",
    ),
    "web-timeout": ("“{name}” did not answer in time.", "Try again later, or save the page from a browser."),
    "web-certificate": (
        "“{host}” did not prove that it is who it says: {reason}.",
        "Check the address and the clock of this computer, or save the page from a browser.",
    ),
    "web-unreachable": (
        "The connection to “{host}” failed: {reason}.",
        "Check the address and the connection, or save the page from a browser.",
    ),
    "web-status": (
        "“{name}” was answered with {n} {reason}.",
        "Check the address, or save the page from a browser where you are signed in.",
    ),
    "web-cut-off": ("“{name}” broke off before its end.", "Try again, or save the page from a browser."),
    "web-packed": (
        "“{name}” was sent packed in a way that is not read: {kind}.",
        "Save the page from a browser.",
    ),
    "web-proxy": (
        "The system's proxy “{proxy}” is of a kind that is not known here.",
        "Save the page from a browser.",
    ),
    "web-redirected": (
        "The page was read at another address than the one that was given: {others}.",
        "Check that it is the page that is meant.",
    ),
    "article-dates": (
        "The dates of the article differ: {others}. {value} is taken for the day of publication.",
        "Check which one it is.",
    ),
    "article-meeting-day": (
        "No day of publication is given: {value} is taken, the last of the days under the title ({words}).",
        "Check that the text was issued on that day.",
    ),
    "article-told-on": (
        "“{value}”, as the first paragraph has it, does not fit the date {day}.",
        "Check the date of the article.",
    ),
    "article-day-month": (
        "“{value}” is read as {day}, as those who published it print dates; it could also be {other}.",
        "Check which of the two it is.",
    ),
    "article-weekday": (
        "“{value}” names a weekday that {day} is not.",
        "Check which of the two is right.",
    ),
    "article-empty": ("“{name}” has no body text.", "Check that it is the right file."),
    # What is kept on this computer: unsaved work.
    "journal-full": (
        "There is no room in “{folder}” to keep what is not saved.",
        "Free some space, and save soon: until then a crash would lose what was changed since.",
    ),
    "journal-closed": (
        "The folder “{folder}” may not be written, so what is not saved is not kept for the case of a crash.",
        "Ask for permission to write there, and save soon.",
    ),
    "journal-io": (
        "What is not saved cannot be kept in “{folder}” for the case of a crash: {reason}.",
        "Save soon. Check the disk, or what stands at that place.",
    ),
    "journal-many": (
        "More than {most} briefings that were not saved are waiting.",
        "Save these or give them up; the next start offers the others.",
    ),
    "journal-damaged": (
        "Of a briefing that was not saved, what was kept is damaged and cannot be recovered as it is.",
        "It is now in “{folder}”, in “{moved}”. Without its first two lines it may be one.",
    ),
    "journal-newer": (
        "A briefing that was not saved was kept by a newer Briefing, whose form this one does not know.",
        "It is now in “{folder}”, in “{moved}”. Without its first two lines the newer one may open it.",
    ),
    "journal-unreadable": (
        "Of a briefing that was not saved, what was kept cannot be read.",
        "It is now in “{folder}”, as “{moved}”. Check its permissions and its size.",
    ),
    "journal-strange": (
        "“{name}” stood among what is kept of unsaved briefings and is none of it.",
        "It is now in “{folder}”, as “{moved}”. Remove it if nobody needs it.",
    ),
    "journal-stays": (
        "“{name}” among what is kept of unsaved briefings is not sound and cannot be set aside: {reason}.",
        "Move it away by hand.",
    ),
    # Saved versions.
    "versions-full": (
        "There is no room in “{folder}” to keep this version of “{name}”.",
        "The file itself is saved. Free some space before the next save.",
    ),
    "versions-closed": (
        "The folder “{folder}” may not be read or written, so versions of “{name}” are not kept there.",
        "The file itself is saved. Ask for permission to read and write there.",
    ),
    "versions-io": (
        "The earlier versions of “{name}” in “{folder}” cannot be reached: {reason}.",
        "The file itself is not concerned. Check the disk, or what stands at that place.",
    ),
    "versions-strange": (
        "“{name}” stood among the earlier versions of files and is none.",
        "It is now in “{folder}”, as “{moved}”. Remove it if nobody needs it.",
    ),
    "version-gone": (
        "This version of “{name}” is no longer kept.",
        "Only the last ten are. List them again.",
    ),
    "version-damaged": (
        "What was kept of this version of “{name}” is damaged.",
        "It was set aside. Take another version.",
    ),
}
