"""What any WSGI server loads: `wsgi:application`."""

from routekaart.web.app import create_app

application = create_app()
