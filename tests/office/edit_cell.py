"""edit_cell.py FILE CELL TEXT: LibreOffice opens FILE, writes TEXT into CELL of the first sheet and saves FILE in its
place and format, without a display. Prints the moment when it was saved, in seconds since 1970."""
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connected(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(600):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("LibreOffice does not start")


def main(file, cell, text):
    pipe = "hall%d" % os.getpid()
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(["soffice", "--headless", "--norestore", "--nologo",
                                   "-env:UserInstallation=file://" + profile,
                                   "--accept=pipe,name=%s;urp;" % pipe])
        desktop = connected(pipe).ServiceManager.createInstance("com.sun.star.frame.Desktop")
        wishes = [PropertyValue(Name="Hidden", Value=True)]
        if file.endswith(".csv"):  # commas, quotation marks, UTF-8, from the first row
            wishes += [PropertyValue(Name="FilterName", Value="Text - txt - csv (StarCalc)"),
                       PropertyValue(Name="FilterOptions", Value="44,34,76,1")]
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.abspath(file)), "_blank", 0,
                                                tuple(wishes))
        document.Sheets.getByIndex(0).getCellRangeByName(cell).String = text
        document.store()
        print(time.time())
        document.close(True)
        desktop.terminate()
        office.wait()


main(*sys.argv[1:])
